// SPDX-License-Identifier: Apache-2.0
/** What all pages share: templates, texts in both languages, styles and scripts. */
package org.diastem.server.page;
