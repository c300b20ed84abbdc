// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.io.File;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.ManchesterSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.PrefixDocumentFormat;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDeclarationAxiom;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLException;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.util.SimpleIRIMapper;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Opens an ontology file as an editor does, saves it in each syntax and opens that again. Uses only what the OWL API
 * has had from version 4 on, so that the very same class runs on that of Protégé and on ours.
 */
@SuppressWarnings("deprecation")
public final class OwlTrip {
    private static final String CATALOGUE = "catalog-v001.xml";
    private static final int LEAST_AXIOMS = 2000;

    private OwlTrip() {}

    /** Folder to save to, files to open; prints what {@link #run} returns. */
    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            run(new File(arguments[i]), new File(arguments[0])).forEach(System.out::println);
        }
    }

    /**
     * The number of ontologies loaded, what is not OWL 2 DL (undeclared terms and illegal
     * punning among it), and for each syntax whether the same axioms came back or which did not. A catalogue beside
     * the file is used; an import that cannot be found is an exception, and nothing comes from the network.
     */
    public static List<String> run(File file, File folder)
            throws OWLException, IOException, SAXException, ParserConfigurationException {
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new NoNetwork());
        try {
            return tripOffline(file, folder);
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private static List<String> tripOffline(File file, File folder)
            throws OWLException, IOException, SAXException, ParserConfigurationException {
        List<String> report = new ArrayList<>();
        OWLOntologyManager manager = manager(file);
        OWLOntology ontology = manager.loadOntologyFromOntologyDocument(file);
        report.add("ontologies " + manager.getOntologies().size());
        Set<String> violations = new TreeSet<>();
        new OWL2DLProfile().checkOntology(ontology).getViolations().forEach(found -> violations.add(found.toString()));
        report.add("violations " + violations);
        List<PrefixDocumentFormat> formats = List.of(
                new TurtleDocumentFormat(),
                new RDFXMLDocumentFormat(),
                new FunctionalSyntaxDocumentFormat(),
                new ManchesterSyntaxDocumentFormat());
        for (PrefixDocumentFormat format : formats) {
            format.setPrefix("dia:", "https://w3id.org/diastem/ontology/");
            report.add(trip(manager, ontology, format, file, folder));
        }
        return report;
    }

    private static String trip(
            OWLOntologyManager manager, OWLOntology before, OWLDocumentFormat format, File file, File folder)
            throws OWLException, IOException, SAXException, ParserConfigurationException {
        String name = format.getClass().getSimpleName().replace("DocumentFormat", "");
        File saved = new File(folder, file.getName() + "." + name);
        manager.saveOntology(before, format, IRI.create(saved));
        OWLOntology after = manager(file).loadOntologyFromOntologyDocument(saved);
        int opened = manager.getOntologies().stream().mapToInt(found -> found.getAxioms().size()).sum();
        if (opened < LEAST_AXIOMS) {
            throw new IllegalStateException("saw " + opened + " axioms");
        }
        Set<Object> lost = everything(before);
        lost.removeAll(everything(after));
        Set<Object> gained = everything(after);
        gained.removeAll(everything(before));
        return name + " lost " + shown(lost) + " gained " + shown(gained);
    }

    private static Set<Object> everything(OWLOntology ontology) {
        Set<Object> all = new HashSet<>(ontology.getAnnotations());
        for (OWLAxiom axiom : ontology.getAxioms()) {
            // Manchester syntax declares what OWL has of itself, such as rdfs:label.
            if (!(axiom instanceof OWLDeclarationAxiom declaration
                    && declaration.getEntity().getIRI().isReservedVocabulary())) {
                all.add(axiom);
            }
        }
        all.addAll(ontology.getImportsDeclarations());
        all.add(ontology.getOntologyID());
        return all;
    }

    private static String shown(Set<Object> things) {
        Set<String> texts = new TreeSet<>();
        things.forEach(thing -> texts.add(thing.toString()));
        return things.size() + " " + new ArrayList<>(texts).subList(0, Math.min(5, texts.size()));
    }

    private static OWLOntologyManager manager(File file)
            throws IOException, SAXException, ParserConfigurationException {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        File catalogue = new File(file.getParentFile(), CATALOGUE);
        if (catalogue.exists()) {
            NodeList entries = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(catalogue)
                    .getElementsByTagName("uri");
            for (int i = 0; i < entries.getLength(); i++) {
                Element entry = (Element) entries.item(i);
                manager.addIRIMapper(new SimpleIRIMapper(
                        IRI.create(entry.getAttribute("name")),
                        IRI.create(new File(file.getParentFile(), entry.getAttribute("uri")))));
            }
        }
        return manager;
    }

    /** Whatever asks for the network gets an error. */
    private static final class NoNetwork extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            throw new IllegalStateException("no network in this test: " + uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalStateException("no network in this test: " + uri, failure);
        }
    }
}
