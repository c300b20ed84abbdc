// SPDX-License-Identifier: Apache-2.0
/** What is inside a request, measured with JMH. */
package org.diastem.bench.inner;
