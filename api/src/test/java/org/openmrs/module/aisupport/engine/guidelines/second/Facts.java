/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.platform.Sex;

/** Questions to a chart that more than one rule has. */
final class Facts {

    static final int ADULT = 18;

    static final Lab[] CREATININE = {Lab.CREATININE, Lab.CREATININE_IN_MG};

    /** How long the module's mapping lets a laboratory result count. */
    static final int A_YEAR = 366;

    /** What the module's mapping allows for an answer about a pregnancy. */
    private static final int A_PREGNANCY = 300;

    private final Chart chart;

    Facts(Chart chart) {
        this.chart = chart;
    }

    /** An estimate of kidney function on the day that the blood was taken. */
    record Estimate(int value, int daysAgo) {}

    Practice practice() {
        return chart.practice();
    }

    Sex sex() {
        return chart.sex();
    }

    boolean isWoman() {
        return chart.sex() == Sex.FEMALE;
    }

    int age() {
        return ageOn(Chart.TODAY);
    }

    int ageOn(LocalDate day) {
        return Period.between(chart.born(), day).getYears();
    }

    boolean isAdult() {
        return age() >= ADULT;
    }

    boolean takes(Group group) {
        return chart.orders().stream()
                .anyMatch(order -> order.isActive() && order.drug().groups.contains(group));
    }

    /** Or is about to. */
    boolean isGiven(Group group) {
        return orders(group).stream().anyMatch(order -> !order.isOver());
    }

    boolean takes(Drug drug) {
        return chart.orders().stream().anyMatch(order -> order.isActive() && order.drug() == drug);
    }

    List<Chart.Order> orders(Group group) {
        return chart.orders().stream()
                .filter(order -> order.drug().groups.contains(group))
                .toList();
    }

    boolean has(Illness.Group group) {
        return chart.problems().stream()
                .anyMatch(
                        problem -> problem.active() && problem.illness().groups.contains(group));
    }

    boolean everHad(Illness.Group group) {
        return chart.problems().stream()
                .anyMatch(problem -> problem.illness().groups.contains(group));
    }

    boolean isPregnant() {
        boolean onTheList = chart.problems().stream()
                .filter(problem -> problem.active() && problem.sinceDaysAgo() <= A_PREGNANCY)
                .anyMatch(problem -> problem.illness() == Illness.PREGNANT);
        boolean saidSo = chart.pregnancyNotes().stream()
                .filter(note -> note.daysAgo() <= A_PREGNANCY)
                .min(Comparator.comparing(Chart.PregnancyNote::daysAgo))
                .map(Chart.PregnancyNote::pregnant)
                .orElse(false);
        return onTheList || saidSo;
    }

    /** The latest answer that says so decides, and where there is none, what stands among the problems. */
    Optional<Boolean> smokes(int days) {
        return chart.smoking().stream()
                .filter(answer -> answer.daysAgo() <= days && answer.said().isAnAnswer())
                .min(Comparator.comparing(Chart.SmokingAnswer::daysAgo))
                .map(answer -> answer.said() == Smoking.EVERY_DAY)
                .or(() -> Optional.of(true).filter(yes -> has(Illness.Group.SMOKING)));
    }

    /** Of question 9 of PHQ-9, 0 being not at all. */
    Optional<Integer> itemNine(int days) {
        return chart.itemNine().stream()
                .min(Comparator.comparing(Chart.ItemNine::daysAgo))
                .filter(answer -> answer.daysAgo() <= days)
                .map(Chart.ItemNine::points);
    }

    /** Newest first. */
    List<Chart.Result> all(Lab... labs) {
        Set<Lab> wanted = Set.of(labs);
        return chart.results().stream()
                .filter(result -> wanted.contains(result.lab()))
                .sorted(Comparator.comparing(Chart.Result::at).reversed())
                .toList();
    }

    /** Newest first. */
    List<Chart.Result> recent(int days, Lab... labs) {
        return all(labs).stream().filter(result -> result.daysAgo() <= days).toList();
    }

    Optional<Chart.Result> latest(int days, Lab... labs) {
        return all(labs).stream().findFirst().filter(result -> result.daysAgo() <= days);
    }

    /** Whether one of these was done on that day or since. */
    boolean doneSince(LocalDate day, Lab... labs) {
        return all(labs).stream().anyMatch(result -> !result.day().isBefore(day));
    }

    /** Newest first; the equation holds from 18 years on. */
    List<Estimate> estimates() {
        return all(CREATININE).stream()
                .filter(result -> ageOn(result.day()) >= ADULT)
                .map(result -> new Estimate(
                        CkdEpi.reported(chart.sex(), ageOn(result.day()), milligrams(result)), result.daysAgo()))
                .toList();
    }

    Optional<Estimate> recentEstimate() {
        return estimates().stream().findFirst().filter(estimate -> estimate.daysAgo() <= A_YEAR);
    }

    /** Creatinine clearance on the day that the blood was taken, where a weight is known as well; of adults, like eGFR. */
    Optional<Long> clearance() {
        Optional<Double> weight = latest(A_YEAR, Lab.WEIGHT).map(Chart.Result::value);
        return latest(A_YEAR, CREATININE)
                .filter(blood -> ageOn(blood.day()) >= ADULT)
                .flatMap(blood -> weight.map(kilograms -> CockcroftGault.rounded(
                        chart.sex(), ageOn(blood.day()), kilograms, CkdEpi.micromoles(milligrams(blood)))));
    }

    private static double milligrams(Chart.Result result) {
        return result.lab() == Lab.CREATININE ? CkdEpi.milligrams(result.value()) : result.value();
    }
}
