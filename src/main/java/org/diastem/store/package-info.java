// SPDX-License-Identifier: Apache-2.0
/** Releases on disk: Turtle in a fixed order and a manifest, built aside, switched in, verified and loaded. */
package org.diastem.store;
