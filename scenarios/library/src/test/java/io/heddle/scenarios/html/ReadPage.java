package io.heddle.scenarios.html;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page as an XML parser sees it; one that is not well-formed is an error. */
record ReadPage(Document document) {

    static ReadPage of(String page) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new ReadPage(builder.parse(new InputSource(new StringReader(page))));
        } catch (SAXException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Element> all(String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Text of every element of a tag. */
    List<String> texts(String tag) {
        return all(tag).stream().map(Element::getTextContent).toList();
    }

    /** Rows of tables, cells parted by {@code |}, white space as a browser shows it. */
    List<String> rows() {
        return all("tr").stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>();
                    for (Node each = row.getFirstChild(); each != null; each = each.getNextSibling()) {
                        if (each instanceof Element cell) {
                            cells.add(cell.getTextContent().strip().replaceAll("[ \n\t]+", " "));
                        }
                    }
                    return String.join("|", cells);
                })
                .toList();
    }

    String text() {
        return all("body").getFirst().getTextContent();
    }

    /** Names of all attributes with their values, {@code name=value}, namespaces left out. */
    List<String> attributes() {
        List<String> attributes = new ArrayList<>();
        for (Element each : all("*")) {
            NamedNodeMap map = each.getAttributes();
            for (int i = 0; i < map.getLength(); i++) {
                if (!map.item(i).getNodeName().equals("xmlns")) {
                    attributes.add(map.item(i).getNodeName() + "=" + map.item(i).getNodeValue());
                }
            }
        }
        return attributes;
    }
}
