// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.diastem.export.Dump;
import org.diastem.rdf.IriMinter;
import org.diastem.store.Release;

/** The release as a {@code Dataset} of schema.org, for search engines of data. */
final class DatasetMarkup {
    private DatasetMarkup() {}

    /**
     * A script element of a data type, which no policy of content stops, as it never runs.
     *
     * @param site where the server is reached, without a slash at the end
     */
    static String of(Release release, String site) {
        JsonObject dataset = new JsonObject();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("@id", IriMinter.release(release.name()).getURI());
        dataset.put("name", "DiaStem");
        JsonArray names = new JsonArray();
        names.add("间充质干细胞治疗糖尿病及其并发症的证据图谱");
        dataset.put("alternateName", names);
        dataset.put(
                "description",
                "The evidence graph of mesenchymal-stem-cell therapy for diabetes and its complications: what one review "
                        + "claims, claim by claim, in English and Chinese, with the publications and trials that support "
                        + "or contradict it.");
        dataset.put("url", site + "/");
        dataset.put("version", release.name());
        dataset.put("license", "https://creativecommons.org/licenses/by/4.0/");
        dataset.put("isAccessibleForFree", true);
        dataset.put("isBasedOn", "https://doi.org/10.1007/s12015-025-10993-7");
        JsonArray languages = new JsonArray();
        languages.add("en");
        languages.add("zh");
        dataset.put("inLanguage", languages);
        JsonObject publisher = new JsonObject();
        publisher.put("@type", "Organization");
        publisher.put("name", "DiaStem");
        dataset.put("creator", publisher);
        JsonArray downloads = new JsonArray();
        Dump.wholes().forEach(dump -> {
            JsonObject download = new JsonObject();
            download.put("@type", "DataDownload");
            download.put("encodingFormat", dump.format().mediaType());
            download.put("contentUrl", site + "/release/" + release.name() + "/dump/" + dump.fileName());
            downloads.add(download);
        });
        dataset.put("distribution", downloads);
        // A text must not end the element.
        return "<script type=\"application/ld+json\">" + dataset.toString().replace("<", "\\u003c") + "</script>\n";
    }
}
