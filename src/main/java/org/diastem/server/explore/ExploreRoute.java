// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.diastem.path.MechanismNet;
import org.diastem.path.PathAnswer;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Html;
import org.diastem.server.http.MediaType;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.page.Message;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Desk;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;

/** The mechanism explorer at {@code /explore}, as a page and as JSON. */
public final class ExploreRoute implements Route {
    private static final String PATH = "/explore";

    /** What it may be had as, the usual one first. */
    private enum Form {
        PAGE("html", new MediaType("text", "html")),
        DATA("json", new MediaType("application", "json"));

        private final String name;
        private final MediaType type;

        Form(String name, MediaType type) {
            this.name = name;
            this.type = type;
        }
    }

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Desk desk;
    private final PerRelease<Mechanisms> mechanisms;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    public ExploreRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Desk desk,
            PerRelease<MechanismNet> nets) {
        this.live = live;
        this.site = site;
        this.desk = desk;
        this.mechanisms = new PerRelease<>(loaded -> Mechanisms.of(loaded, nets.of(loaded)));
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        Form form = form(exchange);
        Question question = Question.of(exchange.parameters());
        LiveRelease.Loaded loaded = live.now();
        Page page = Page.of(exchange, site.apply(exchange), loaded.release().name());
        Templates.addHeaders(exchange, page);
        if (exchange.isKnown(loaded.release().name(), form.name + ' ' + page.asked())) {
            return;
        }
        desk.take(exchange, budget -> {
            Mechanisms known = mechanisms.of(loaded);
            if (form == Form.DATA) {
                exchange.send(data(question, known, page, budget));
            } else {
                exchange.send(page(question, known, page, budget));
            }
        });
    }

    private static Form form(Exchange exchange) {
        Optional<String> named = exchange.parameters().single("format");
        if (named.isPresent()) {
            for (Form form : Form.values()) {
                if (form.name.equals(named.get())) {
                    return form;
                }
            }
            throw Refusal.of(400, "The parameter format is html or json.");
        }
        return exchange.accept()
                .best(List.of(Form.values()), form -> List.of(form.type))
                .orElseThrow(() -> Refusal.of(406, "Paths are had as text/html and application/json."));
    }

    private static Answer data(Question question, Mechanisms known, Page page, Budget budget) {
        Node from = required(question.from(), "from", known);
        Node to = required(question.to(), "to", known);
        PathAnswer answer = known.net().between(from, to, question.limits(), budget::check);
        return Answer.ok(
                Form.DATA.type.toString(), new PathJson(known).of(page.release(), from, to, question.steps(), answer));
    }

    private static Node required(Optional<String> name, String parameter, Mechanisms known) {
        String typed = name.orElseThrow(() -> Refusal.of(
                400, "The parameter " + parameter + " is missing; it names a concept, as DiabeticRetinopathy."));
        return known.concept(typed).orElseThrow(() -> {
            String nearest = known.nearest(typed).stream().map(Mechanisms::local).collect(Collectors.joining(", "));
            return Refusal.of(
                    404,
                    "No concept is called " + typed + '.' + (nearest.isEmpty() ? "" : " Nearest: " + nearest + '.'));
        });
    }

    private static Answer page(Question question, Mechanisms known, Page page, Budget budget) {
        Optional<Node> from = question.from().flatMap(known::concept);
        Optional<Node> to = question.to().flatMap(known::concept);
        if (question.from().isPresent() && from.isEmpty()) {
            return unknown(question, question.from().get(), true, known, page);
        }
        if (question.to().isPresent() && to.isEmpty()) {
            return unknown(question, question.to().get(), false, known, page);
        }
        ExploreView view = new Explorer(known, page, budget::check).view(question, from, to);
        return Templates.fill(200, "explore.jte", page, view);
    }

    private static Answer unknown(Question question, String typed, boolean isStart, Mechanisms known, Page page) {
        List<Message.Link> links = new ArrayList<>();
        known.nearest(typed).forEach(concept -> {
            String name = Html.parameter(Mechanisms.local(concept));
            String other = (isStart ? question.to() : question.from()).map(Html::parameter).orElse("");
            String address = isStart
                    ? PATH + "?from=" + name + "&to=" + other
                    : PATH + "?from=" + other + "&to=" + name;
            links.add(new Message.Link(
                    page.link(address),
                    page.either(known.label(concept).en(), known.label(concept).zh())));
        });
        links.add(new Message.Link(page.link(PATH), page.say("explore.back")));
        Message message = new Message(
                page.say("explore.unknown.title"), page.say("explore.unknown.text", typed), links);
        return Templates.fill(404, "message.jte", page, message);
    }
}
