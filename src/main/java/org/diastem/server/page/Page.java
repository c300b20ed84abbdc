// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import java.util.Locale;
import java.util.Objects;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Html;

/**
 * What every page knows: its language, where it is, and how its links are made. Made for one request.
 *
 * @param language {@code en} or {@code zh}
 * @param site where the server is reached, without a slash at the end
 * @param path of the page, beginning with a slash
 * @param query what follows the question mark, without the language; may be empty
 * @param keepsLanguage whether links go on in this language, because it was asked for by the address
 * @param release the name of the release that is shown
 */
public record Page(String language, String site, String path, String query, boolean keepsLanguage, String release) {
    /** What a page may load: what this server gives, and nothing else. */
    public static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String LANGUAGE = "lang";

    public Page {
        Objects.requireNonNull(language);
        Objects.requireNonNull(site);
        Objects.requireNonNull(path);
        Objects.requireNonNull(query);
        Objects.requireNonNull(release);
    }

    /** The page that a request asks for, in the language that it asks for. */
    public static Page of(Exchange exchange, String site, String release) {
        StringBuilder query = new StringBuilder();
        exchange.parameters().names().stream().filter(name -> !name.equals(LANGUAGE)).forEach(name -> exchange.parameters()
                .all(name)
                .forEach(value -> query.append(query.isEmpty() ? "" : "&")
                        .append(Html.parameter(name))
                        .append('=')
                        .append(Html.parameter(value))));
        return new Page(
                exchange.language(),
                site,
                exchange.path(),
                query.toString(),
                exchange.parameters().has(LANGUAGE),
                release);
    }

    /** What tells this page from the same one in another language or address: for its tag. */
    public String asked() {
        return site + path + '?' + query + ' ' + language + ' ' + keepsLanguage;
    }

    public String say(String key, Object... arguments) {
        return Texts.in(language).say(key, arguments);
    }

    public boolean isChinese() {
        return language.equals("zh");
    }

    /** The other of the two languages. */
    public String other() {
        return isChinese() ? "en" : "zh";
    }

    /** An address on this server; the language goes along where the reader has chosen it. */
    public String link(String target) {
        if (!keepsLanguage) {
            return site + target;
        }
        int fragment = target.indexOf('#');
        String before = fragment < 0 ? target : target.substring(0, fragment);
        String after = fragment < 0 ? "" : target.substring(fragment);
        return site + before + (before.contains("?") ? "&" : "?") + LANGUAGE + '=' + language + after;
    }

    /** This very page in a language. */
    public String inLanguage(String tag) {
        return site + path + '?' + (query.isEmpty() ? "" : query + '&') + LANGUAGE + '=' + tag;
    }

    /** A query that runs at the endpoint of this server. */
    public String queryLink(String text) {
        return link("/query?query=" + Html.parameter(text));
    }

    public String asset(String name) {
        return site + Assets.address(name);
    }

    /** A number as people of the page's language write it. */
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** One of two texts, by the page's language. */
    public <T> T either(T english, T chinese) {
        return isChinese() ? chinese : english;
    }
}
