// SPDX-License-Identifier: Apache-2.0
/** Mechanism paths: claims of one source joined end to start, with the sign that they have together. */
package org.diastem.path;
