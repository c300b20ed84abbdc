// SPDX-License-Identifier: Apache-2.0
/** The mechanism explorer: signed paths between two ends, drawn, told as a table and given as data. */
package org.diastem.server.explore;
