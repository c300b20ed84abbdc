// SPDX-License-Identifier: Apache-2.0
/** What the project knows, as records that cannot be wrong once made, free of CSV and of RDF. */
package org.diastem.model;
