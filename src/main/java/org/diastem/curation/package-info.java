// SPDX-License-Identifier: Apache-2.0
/** Rows become model records: references between files and to the ontology are resolved here. */
package org.diastem.curation;
