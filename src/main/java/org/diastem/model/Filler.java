// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

/** What can stand as a claim's object or value, or fill one of its qualifiers. */
public sealed interface Filler permits Term, PlainValue {}
