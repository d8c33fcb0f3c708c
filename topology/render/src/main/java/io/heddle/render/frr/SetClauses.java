package io.heddle.render.frr;

import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.net.Asn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** The changes of one term as {@code set} lines: of several to one attribute the last counts, communities are added up. */
final class SetClauses {

    private SetClauses() {}

    static List<String> of(List<Action> actions, Asn ownAs, MatchLists lists, String name) {
        OptionalLong localPref = OptionalLong.empty();
        OptionalLong med = OptionalLong.empty();
        int prepends = 0;
        TreeSet<Community> added = new TreeSet<>();
        TreeSet<Community> removed = new TreeSet<>();
        for (Action action : actions) {
            switch (action) {
                case Action.SetLocalPref set -> localPref = OptionalLong.of(set.localPref());
                case Action.SetMed set -> med = OptionalLong.of(set.med());
                case Action.PrependOwnAs prepend -> prepends += prepend.times();
                case Action.AddCommunity add -> {
                    added.add(add.community());
                    removed.remove(add.community());
                }
                case Action.RemoveCommunity remove -> {
                    removed.add(remove.community());
                    added.remove(remove.community());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        localPref.ifPresent(each -> lines.add("set local-preference " + each));
        med.ifPresent(each -> lines.add("set metric " + each));
        if (prepends > 0) {
            lines.add("set as-path prepend" + (" " + ownAs).repeat(prepends));
        }
        if (!removed.isEmpty()) {
            lines.add("set comm-list " + lists.eachOf(name + "-remove", removed) + " delete");
        }
        if (!added.isEmpty()) {
            StringBuilder all = new StringBuilder("set community");
            added.forEach(each -> all.append(' ').append(MatchLists.text(each)));
            lines.add(all.append(" additive").toString());
        }
        return lines;
    }
}
