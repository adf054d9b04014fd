/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.ProblemDictionary;
import org.openmrs.module.aisupport.platform.ProblemDictionary.ProblemName;

/**
 * All that stands for a problem of the dictionary: its English names, and the module's own wordings of what goes by one of them. Problems
 * that the module has wordings for and the dictionary lacks are among them: what a note is most like may be one of those, and then it is not
 * the next best of the dictionary.
 */
public class ProblemNames {

    private final ProblemDictionary dictionary;
    private final Dangers dangers;
    private final Wordings wordings = Wordings.load();

    public ProblemNames(ProblemDictionary dictionary, Dangers dangers) {
        this.dictionary = dictionary;
        this.dangers = dangers;
    }

    record Named(ProblemIndex.Problem problem, String text) {}

    /**
     * What the dictionary says just now.
     *
     * @param names each text once for each problem, those of one problem together
     * @param dangers those that the dictionary has a concept for
     * @param stamp another one if any of it is otherwise
     */
    record Told(List<Named> names, Map<Dangers.Danger, ProblemIndex.Problem> dangers, String stamp) {}

    /** In the caller's transaction; one question, however large the dictionary is. */
    Told read() {
        Map<ProblemIndex.Problem, Set<String>> texts = new LinkedHashMap<>();
        Map<Integer, ProblemIndex.Problem> problems = new HashMap<>();
        Map<String, Set<ProblemIndex.Problem>> called = new HashMap<>();
        for (ProblemName name : dictionary.names(ProblemClasses.ALL, Locale.ENGLISH)) {
            ProblemIndex.Problem problem = problems.computeIfAbsent(
                    name.conceptId(),
                    id -> new ProblemIndex.Problem(
                            id, name.conceptUuid(), name.name(), ProblemClasses.isFinding(name.conceptClass())));
            texts.computeIfAbsent(problem, none -> new LinkedHashSet<>()).add(name.name());
            called.computeIfAbsent(plain(name.name()), none -> new LinkedHashSet<>())
                    .add(problem);
        }
        for (Wordings.Wording wording : wordings.all()) {
            List<ProblemIndex.Problem> meant = those(wording.names(), called).toList();
            if (meant.isEmpty()) {
                ProblemIndex.Problem elsewhere =
                        ProblemIndex.Problem.elsewhere(wording.names().get(0), wording.finding());
                texts.put(elsewhere, new LinkedHashSet<>(wording.names()));
                meant = List.of(elsewhere);
            }
            meant.forEach(problem -> texts.get(problem).addAll(wording.says()));
        }
        Map<Dangers.Danger, ProblemIndex.Problem> dangerous = new HashMap<>();
        for (Dangers.Danger danger : dangers.all()) {
            those(danger.names(), called).findFirst().ifPresent(problem -> dangerous.put(danger, problem));
        }
        List<Named> names = new ArrayList<>();
        texts.forEach((problem, its) -> its.forEach(text -> names.add(new Named(problem, text))));
        return new Told(List.copyOf(names), Map.copyOf(dangerous), stamp(names, dangerous));
    }

    private static Stream<ProblemIndex.Problem> those(
            List<String> names, Map<String, Set<ProblemIndex.Problem>> called) {
        return names.stream()
                .flatMap(name -> called.getOrDefault(plain(name), Set.of()).stream())
                .distinct();
    }

    /** As the British and the Americans spell it, without signs. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("ae", "e")
                .replace("oe", "e")
                .replace("our", "or")
                .replace("isation", "ization")
                .replaceAll("[^\\p{L}\\p{N} ]", "");
    }

    private static String stamp(List<Named> names, Map<Dangers.Danger, ProblemIndex.Problem> dangerous) {
        StringBuilder all = new StringBuilder();
        names.forEach(named -> all.append(named).append('\n'));
        dangerous.entrySet().stream()
                .map(entry -> entry.getKey().name() + " is " + entry.getValue())
                .sorted()
                .forEach(line -> all.append(line).append('\n'));
        return Sha256.hex(all.toString());
    }
}
