package io.heddle.topology.draw;

import io.heddle.model.fabric.Fabric;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A drawing read back. */
final class Drawn {

    /** A text with the room that it takes. */
    record Label(String text, Box box) {
        boolean overlaps(Label other) {
            return box.x() < other.box.right()
                    && other.box.x() < box.right()
                    && box.y() < other.box.bottom()
                    && other.box.y() < box.bottom();
        }
    }

    private final String svg;
    private final Element root;

    Drawn(Fabric fabric, Highlight highlight) {
        svg = FabricDrawing.svg(fabric, highlight);
        root = parse(svg).getDocumentElement();
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + xml, e);
        }
    }

    String svg() {
        return svg;
    }

    double width() {
        return Double.parseDouble(root.getAttribute("width"));
    }

    double height() {
        return Double.parseDouble(root.getAttribute("height"));
    }

    List<String> texts() {
        return labels().stream().map(Label::text).toList();
    }

    List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        for (Element each : elements("text")) {
            double size = number(each, "font-size");
            double width = Canvas.width(each.getTextContent(), size);
            double x = number(each, "x");
            double left =
                    switch (each.getAttribute("text-anchor")) {
                        case "middle" -> x - width / 2;
                        case "end" -> x - width;
                        default -> x;
                    };
            labels.add(new Label(
                    each.getTextContent(), new Box(left, number(each, "y") - 0.75 * size, width, size * 0.95)));
        }
        return labels;
    }

    int count(String tag) {
        return elements(tag).size();
    }

    /** Tooltips of lines of a colour. */
    List<String> lines(Cord cord) {
        return elements("line").stream()
                .filter(each -> each.getAttribute("stroke").equals(cord.colour()))
                .map(Element::getTextContent)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private List<Element> elements(String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
