// SPDX-License-Identifier: Apache-2.0
/** Plain bilingual pages: the start page, and the result of an example query. */
package org.diastem.server.web;
