package io.heddle.controller.http.api;

import io.heddle.controller.core.State;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Long lists, a page at a time: {@code after} is the last key that the client has, {@code limit} how many it wants. */
final class Pages {

    static final int LIMIT = 1_000;
    static final int MOST = 10_000;

    private Pages() {}

    /** Whether a list has a page: the query's names. */
    static final String[] PARAMETERS = {"after", "limit"};

    static int limit(Request request) throws Refused {
        Optional<String> asked = request.target().parameter("limit");
        return asked.isEmpty() ? LIMIT : Asked.parsed("limit", asked.get(), Pages::number);
    }

    private static int number(String text) {
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a number from 1 to " + MOST);
        }
        return number;
    }

    /**
     * A page of items in the order of their keys.
     *
     * @param items behind {@code after} already
     */
    static Response.Whole of(State state, Iterator<Map.Entry<String, Json>> items, int limit) {
        List<Json> page = new ArrayList<>();
        Optional<String> last = Optional.empty();
        while (page.size() < limit && items.hasNext()) {
            Map.Entry<String, Json> item = items.next();
            page.add(item.getValue());
            last = Optional.of(item.getKey());
        }
        Members members = new Members().number("revision", state.revision()).items("items", page);
        if (items.hasNext()) {
            members.text("next", last);
        }
        return Response.json(200, members.json());
    }
}
