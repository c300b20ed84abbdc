// SPDX-License-Identifier: Apache-2.0
/**
 * Opens connections to other endpoints, the only place of the server that does. Which ones is a list that the operator
 * writes; that none of them leads back to this machine or into its network is checked on the address that is connected
 * to.
 */
package org.diastem.server.outgoing;
