// SPDX-License-Identifier: Apache-2.0
/** Makes projects of any size in the shape of the real one. */
package org.diastem.bench.generate;
