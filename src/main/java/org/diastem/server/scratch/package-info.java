// SPDX-License-Identifier: Apache-2.0
/** The half of the protocols that writes, for a scratch server on this machine; the curated endpoint never has it. */
package org.diastem.server.scratch;
