/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;

/**
 * Which codes stand for which input, with units and limits. It is a file that a site can edit, and no code of a dictionary
 * stands in Java.
 *
 * @param origin where it was read, for the administrator
 * @param undefined labels of the inputs that the file says nothing of: they are among the inputs, without any code
 * @param sources the names that a code system goes by in dictionaries, by the name that the file uses
 */
public record ConceptMapping(
        String version,
        String origin,
        Map<String, InputDefinition> inputs,
        Map<String, Set<String>> sources,
        Set<String> undefined) {

    public ConceptMapping {
        inputs = new LinkedHashMap<>(inputs);
        sources = Map.copyOf(sources);
        undefined = new TreeSet<>(undefined);
    }

    /**
     * The same, with what only the other one defines as inputs that nothing stands for: they can't be read, and rules that need
     * them say so. The other one's codes don't count, for the site did not choose them.
     */
    ConceptMapping knowing(ConceptMapping other) {
        Map<String, InputDefinition> all = new LinkedHashMap<>(inputs);
        Set<String> lacking = new TreeSet<>();
        other.inputs.forEach((id, definition) -> {
            if (all.putIfAbsent(id, definition.withoutCodes()) == null) {
                lacking.add(definition.label());
            }
        });
        return new ConceptMapping(version, origin, all, sources, lacking);
    }

    /** A code in all names that its code system goes by; in its own where the file knows no others. */
    public CodePattern pattern(String source, String code) {
        return new CodePattern(sources.getOrDefault(source, Set.of(source)), code, false);
    }

    /** Definitions of these inputs. An engine that asks for an input that nobody defined is wrong. */
    public List<InputDefinition> definitions(Collection<String> ids) {
        return ids.stream()
                .map(id -> {
                    InputDefinition definition = inputs.get(id);
                    if (definition == null) {
                        throw new IllegalArgumentException(
                                "The concept mapping " + origin + " does not define the input '" + id + "'.");
                    }
                    return definition;
                })
                .toList();
    }

    public String labelOf(String id) {
        return inputs.containsKey(id) ? inputs.get(id).label() : id;
    }
}
