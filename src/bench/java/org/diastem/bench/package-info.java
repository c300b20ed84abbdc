// SPDX-License-Identifier: Apache-2.0
/** The bench: {@code scripts/bench} generates data, loads it into several engines and measures them side by side. */
package org.diastem.bench;
