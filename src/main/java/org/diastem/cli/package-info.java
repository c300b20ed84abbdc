// SPDX-License-Identifier: Apache-2.0
/** The command line: parses arguments, calls one operation, prints, picks the exit code. */
package org.diastem.cli;
