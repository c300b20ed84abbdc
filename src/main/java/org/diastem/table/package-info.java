// SPDX-License-Identifier: Apache-2.0
/** CSV and TSV files as rows that know file, line and column, and the schema that describes them as data. */
package org.diastem.table;
