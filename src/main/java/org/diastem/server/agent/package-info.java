// SPDX-License-Identifier: Apache-2.0
/** Tools for language models by the Model Context Protocol: the same answers as the pages and the endpoint give. */
package org.diastem.server.agent;
