// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.diastem.server.http.Exchange;
import org.diastem.server.sparql.OutputFormat;

/** The {@code Link} header of an answer (RFC 8288): where its other forms are, its permanent name, its licence. */
final class Links {
    static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

    private final List<String> links = new ArrayList<>();

    Links() {
        add(LICENSE, "license", "");
    }

    /** The IRI by which to cite it, wherever it was read. */
    Links citedAs(String iri) {
        return add(iri, "cite-as", "");
    }

    /** What kind of thing it is. */
    Links typed(Collection<String> types) {
        types.forEach(type -> add(type, "type", ""));
        return this;
    }

    /**
     * A page and data, each at the address with the suffix of its form.
     *
     * @param address without a suffix
     */
    Links forms(String address, List<? extends OutputFormat> formats) {
        add(address + ".html", "alternate", OutputFormat.HTML.toString());
        formats.forEach(format ->
                add(address + '.' + format.suffix(), "describedby alternate", format.mediaTypes().get(0).toString()));
        return this;
    }

    void addTo(Exchange exchange) {
        exchange.setHeader("Link", String.join(", ", links));
    }

    private Links add(String target, String relation, String type) {
        links.add('<' + target + ">; rel=\"" + relation + '"' + (type.isEmpty() ? "" : "; type=\"" + type + '"'));
        return this;
    }
}
