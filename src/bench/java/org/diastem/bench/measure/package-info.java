// SPDX-License-Identifier: Apache-2.0
/** Requests, processes and answers as numbers, and tables of them. */
package org.diastem.bench.measure;
