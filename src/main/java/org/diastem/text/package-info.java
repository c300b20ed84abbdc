// SPDX-License-Identifier: Apache-2.0
/**
 * Full-text search over the names and sentences of a release: what is indexed, how words are told apart in English and
 * Chinese, and the property function {@code text:query} of Jena's text module over it.
 */
package org.diastem.text;
