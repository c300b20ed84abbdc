// SPDX-License-Identifier: Apache-2.0
/** Constants: our namespaces and the terms of our ontology and of others that the code names. */
package org.diastem.vocab;
