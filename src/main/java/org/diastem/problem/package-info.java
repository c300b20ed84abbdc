// SPDX-License-Identifier: Apache-2.0
/** Problems in data as values: codes, severities, places, the collector; and the root of our exceptions. */
package org.diastem.problem;
