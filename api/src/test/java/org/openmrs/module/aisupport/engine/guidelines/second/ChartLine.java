/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.platform.Sex;

/**
 * Reads a chart from a line: sex, age, and what is in it with the days ago, the latest of a day first. For instance "F 72 CREATININE=114@10
 * IBUPROFEN@30 RAMIPRIL@90-2 CKD_STAGE_3@700 PREGNANT=no@3 ITEM_NINE=2@3", where the age holds for 11 months by now and "90-2" is an order that ended 2 days ago. What
 * the practice chose stands there too, as in "REGION=LOW LINE=ADA".
 */
final class ChartLine {

    private static final Map<String, List<Lab>> PRESSURES = Map.of(
            "BP", List.of(Lab.SYSTOLIC, Lab.DIASTOLIC),
            "HOME", List.of(Lab.HOME_SYSTOLIC, Lab.HOME_DIASTOLIC),
            "DAY", List.of(Lab.DAY_SYSTOLIC, Lab.DAY_DIASTOLIC));

    private final List<Chart.Result> results = new ArrayList<>();
    private final List<Chart.Order> orders = new ArrayList<>();
    private final List<Chart.Problem> problems = new ArrayList<>();
    private final List<Chart.PregnancyNote> notes = new ArrayList<>();
    private final List<Chart.ItemNine> itemNine = new ArrayList<>();

    private final List<Chart.SmokingAnswer> smoking = new ArrayList<>();
    private Optional<Region> region = Optional.empty();
    private boolean americanLine;

    private ChartLine() {}

    static Chart read(String line) {
        String[] words = line.split(" ");
        ChartLine chart = new ChartLine();
        for (int i = 2; i < words.length; i++) {
            chart.add(words[i].split("[=@]"), i);
        }
        return new Chart(
                words[0].equals("F") ? Sex.FEMALE : Sex.MALE,
                Chart.TODAY.minusYears(Integer.parseInt(words[1])).minusMonths(11),
                chart.results,
                chart.orders,
                chart.problems,
                chart.notes,
                chart.itemNine,
                chart.smoking,
                new Practice(chart.region, chart.americanLine));
    }

    private void add(String[] parts, int minutes) {
        String when = parts[parts.length - 1];
        if (parts[0].equals("REGION")) {
            region = Optional.of(Region.valueOf(parts[1]));
        } else if (parts[0].equals("LINE")) {
            americanLine = parts[1].equals("ADA");
        } else if (parts.length == 2) {
            addOrderOrProblem(parts[0], when.split("-"));
        } else if (parts[0].equals("PREGNANT")) {
            notes.add(new Chart.PregnancyNote(parts[1].equals("yes"), Integer.parseInt(when)));
        } else if (parts[0].equals("ITEM_NINE")) {
            itemNine.add(new Chart.ItemNine(Integer.parseInt(parts[1]), Integer.parseInt(when)));
        } else if (parts[0].equals("SMOKES")) {
            smoking.add(new Chart.SmokingAnswer(Smoking.valueOf(parts[1]), Integer.parseInt(when)));
        } else if (PRESSURES.containsKey(parts[0])) {
            String[] pressure = parts[1].split("/");
            List<Lab> halves = PRESSURES.get(parts[0]);
            addResult(halves.get(0), pressure[0], when, minutes);
            addResult(halves.get(1), pressure[1], when, minutes);
        } else {
            addResult(Lab.valueOf(parts[0]), parts[1], when, minutes);
        }
    }

    private void addResult(Lab lab, String value, String daysAgo, int minutes) {
        results.add(new Chart.Result(lab, Double.parseDouble(value), Integer.parseInt(daysAgo), minutes));
    }

    private void addOrderOrProblem(String name, String[] days) {
        int since = Integer.parseInt(days[0]);
        Optional<Integer> until =
                Optional.of(days).filter(span -> span.length > 1).map(span -> Integer.parseInt(span[1]));
        Stream.of(Drug.values())
                .filter(drug -> drug.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        drug -> orders.add(new Chart.Order(drug, since, until)),
                        () -> problems.add(new Chart.Problem(Illness.valueOf(name), until.isEmpty(), since)));
    }
}
