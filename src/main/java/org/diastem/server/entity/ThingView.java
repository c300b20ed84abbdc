// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.Objects;

/** The page of a thing. */
public record ThingView(Head head, List<Block> blocks, Foot foot) {
    /**
     * What a page begins with.
     *
     * @param kind in one word
     * @param title its name in the language of the page where it has one
     * @param language of the title; empty if it is that of the page
     * @param second its name in the other language; may be empty
     * @param lead what it is, in the language of the page; may be empty
     * @param secondLead the same in the other language; may be empty
     * @param tags words that say what else is to be known at once
     * @param markup for search engines; may be empty
     */
    public record Head(
            String kind,
            String title,
            String language,
            String second,
            String lead,
            String secondLead,
            List<String> tags,
            String iri,
            String markup) {
        public Head {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(title);
            Objects.requireNonNull(language);
            Objects.requireNonNull(second);
            Objects.requireNonNull(lead);
            Objects.requireNonNull(secondLead);
            tags = List.copyOf(tags);
            Objects.requireNonNull(iri);
            Objects.requireNonNull(markup);
        }
    }

    /**
     * What a page ends with.
     *
     * @param path of the thing behind the address of the server, without a slash before it
     * @param formats their suffixes
     * @param citation a text to copy
     * @param query that gives what the page shows
     */
    public record Foot(
            String path, List<String> formats, String citation, String query, List<Value.Mention> graphs) {
        public Foot {
            Objects.requireNonNull(path);
            formats = List.copyOf(formats);
            Objects.requireNonNull(citation);
            Objects.requireNonNull(query);
            graphs = List.copyOf(graphs);
        }
    }

    public ThingView {
        Objects.requireNonNull(head);
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(foot);
    }
}
