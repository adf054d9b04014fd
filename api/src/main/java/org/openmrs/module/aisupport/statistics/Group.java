/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.snapshot.PatientCount;

/**
 * Weeks that lie next to each other, with enough patients among them for their numbers to be told. All that leaves the statistics is a sum
 * of whole groups. Groups are made from the first week on, the same whatever is asked for, and none overlaps another; so the difference of
 * any two answers is a sum of whole groups too, and no combination of filters leads to fewer than five patients. What has come since the last
 * group is not told until it makes one.
 *
 * @param first the week after the last of the group before, whether or not anything happened in it
 * @param last the week in which there were enough
 */
record Group<N extends Summable<N>>(Week first, Week last, N numbers) {

    /** As wherever this module counts patients: a smaller number could point at somebody. */
    static final int LEAST = PatientCount.LEAST;

    /**
     * @param cells of one series, in the order of their weeks, each with something in it
     * @param origin the first week of which anything was ever counted, in any series
     */
    static <N extends Summable<N>> List<Group<N>> of(List<Cell<N>> cells, Week origin) {
        List<Group<N>> groups = new ArrayList<>();
        Week first = origin;
        Set<Integer> patients = new HashSet<>();
        Optional<N> sum = Optional.empty();
        for (Cell<N> cell : cells) {
            patients.addAll(cell.patients());
            N numbers = sum.map(before -> before.plus(cell.numbers())).orElse(cell.numbers());
            sum = Optional.of(numbers);
            if (patients.size() >= LEAST) {
                groups.add(new Group<>(first, cell.week(), numbers));
                first = cell.week().next();
                patients.clear();
                sum = Optional.empty();
            }
        }
        return groups;
    }

    /**
     * Groups of a part of a series, such as its rejections for one reason: each is one or more of the whole's groups, so that no border lies
     * within one of those. Otherwise part and whole could be subtracted, and what is left would be of the few patients between two borders.
     * What lies in none of the whole's groups waits, as it does there.
     */
    static <N extends Summable<N>> List<Group<N>> ofPart(List<Cell<N>> cells, List<? extends Group<?>> whole) {
        List<Cell<N>> together = new ArrayList<>();
        for (Group<?> group : whole) {
            cells.stream()
                    .filter(group::holds)
                    .reduce((one, other) -> one.and(other))
                    .ifPresent(cell -> together.add(new Cell<>(group.last(), cell.patients(), cell.numbers())));
        }
        return whole.isEmpty() ? List.of() : of(together, whole.get(0).first());
    }

    private boolean holds(Cell<?> cell) {
        return !cell.week().isBefore(first) && !last.isBefore(cell.week());
    }

    static <N extends Summable<N>> N sum(List<Group<N>> groups, N none) {
        return groups.stream().map(Group::numbers).reduce(none, Summable::plus);
    }
}
