// SPDX-License-Identifier: Apache-2.0
/** The engines, each a process of its own over the same data. */
package org.diastem.bench.engine;
