// SPDX-License-Identifier: Apache-2.0
/** Search for people and pages: things by their names and sentences, ranked, and suggestions while somebody types. */
package org.diastem.server.search;
