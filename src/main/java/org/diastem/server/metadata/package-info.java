// SPDX-License-Identifier: Apache-2.0
/** What the endpoint tells of itself: its service description, VoID, DCAT and its example queries. */
package org.diastem.server.metadata;
