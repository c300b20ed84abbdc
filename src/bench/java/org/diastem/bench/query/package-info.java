// SPDX-License-Identifier: Apache-2.0
/** The queries of the bench, with parameters from the generated data. */
package org.diastem.bench.query;
