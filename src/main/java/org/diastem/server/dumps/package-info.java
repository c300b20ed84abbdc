// SPDX-License-Identifier: Apache-2.0
/** The release and its graphs for download, in every format, with sizes and hashes. */
package org.diastem.server.dumps;
