// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import com.thaiopensource.relaxng.impl.CombineValidator;
import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML checker: what is not valid in a page, and what it warns of. Put together as the checker does it, but
 * without its guess at the language, which names in another one mislead. Not for several threads.
 */
public final class HtmlCheck {
    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";
    private static final List<CheckerSchema> CHECKERS = List.of(
            CheckerSchema.ASSERTION_SCH,
            CheckerSchema.TABLE_CHECKER,
            CheckerSchema.CONFORMING_BUT_OBSOLETE_WARNER,
            CheckerSchema.MICRODATA_CHECKER,
            CheckerSchema.NORMALIZATION_CHECKER,
            CheckerSchema.TEXT_CONTENT_CHECKER,
            CheckerSchema.UNCHECKED_SUBTREE_WARNER,
            CheckerSchema.UNSUPPORTED_CHECKER,
            CheckerSchema.USEMAP_CHECKER,
            CheckerSchema.XML_PI_CHECKER);

    private final List<String> found = new ArrayList<>();
    private final Validator validator;
    private final HtmlParser parser = new HtmlParser();

    public HtmlCheck() {
        ErrorHandler handler = new Notes();
        LocalCacheEntityResolver files = new LocalCacheEntityResolver(new NullEntityResolver());
        files.setAllowRnc(true);
        PropertyMapBuilder settings = new PropertyMapBuilder();
        settings.put(ValidateProperty.ERROR_HANDLER, handler);
        settings.put(ValidateProperty.ENTITY_RESOLVER, files);
        settings.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
        RngProperty.CHECK_ID_IDREF.add(settings);
        PropertyMap map = settings.toPropertyMap();
        try {
            Validator all = schema(files, map).createValidator(map);
            for (CheckerSchema checker : CHECKERS) {
                all = new CombineValidator(all, checker.createValidator(map));
            }
            validator = all;
        } catch (IOException | SAXException | IncorrectSchemaException e) {
            throw new IllegalStateException("the schemas of the checker", e);
        }
        parser.setCommentPolicy(XmlViolationPolicy.ALLOW);
        parser.setContentNonXmlCharPolicy(XmlViolationPolicy.ALLOW);
        parser.setContentSpacePolicy(XmlViolationPolicy.ALTER_INFOSET);
        parser.setNamePolicy(XmlViolationPolicy.ALLOW);
        parser.setXmlnsPolicy(XmlViolationPolicy.ALTER_INFOSET);
        parser.setMappingLangToXmlLang(true);
        parser.setErrorHandler(handler);
        parser.setContentHandler(validator.getContentHandler());
    }

    private static Schema schema(LocalCacheEntityResolver files, PropertyMap map)
            throws IOException, SAXException, IncorrectSchemaException {
        Schema grammar =
                CompactSchemaReader.getInstance().createSchema(files.resolveEntity(null, SCHEMA), map);
        return new NamespaceChangingSchemaWrapper(new TemplateElementDroppingSchemaWrapper(
                new RoleAttributeFilteringSchemaWrapper(new XmlLangAttributeDroppingSchemaWrapper(
                        new DataAttributeDroppingSchemaWrapper(grammar)))));
    }

    /** What is wrong with a page; each begins with "error" or "warning". */
    public List<String> of(String page) {
        found.clear();
        validator.reset();
        InputSource source = new InputSource(new StringReader(page));
        try {
            parser.parse(source);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("the checker cannot read the page", e);
        }
        return List.copyOf(found);
    }

    private final class Notes implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            note("warning", e);
        }

        @Override
        public void error(SAXParseException e) {
            note("error", e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            note("error", e);
        }

        private void note(String kind, SAXParseException trouble) {
            found.add("%s in line %d: %s".formatted(kind, trouble.getLineNumber(), trouble.getMessage()));
        }
    }
}
