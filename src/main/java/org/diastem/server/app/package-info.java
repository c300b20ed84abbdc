// SPDX-License-Identifier: Apache-2.0
/** Puts the server together from its modules and keeps it on the current release. */
package org.diastem.server.app;
