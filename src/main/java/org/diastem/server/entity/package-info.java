// SPDX-License-Identifier: Apache-2.0
/** Everything that has an IRI of ours answers under its own path, as a page and as data; so does the ontology. */
package org.diastem.server.entity;
