// SPDX-License-Identifier: Apache-2.0
/** The pipeline: read, validate, classify, write quads, run rules, check, publish. */
package org.diastem.build;
