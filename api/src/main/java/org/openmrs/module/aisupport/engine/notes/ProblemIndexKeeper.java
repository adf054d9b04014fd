/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.persistence.TextVectors;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.BackgroundThreads;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the dictionary, and the encoder that reads notes for it: built in the background once the module runs, and anew when
 * the dictionary has changed. Each node holds its own in memory; what took long, the vectors, they share. Whoever asks meanwhile gets
 * what there is.
 */
public class ProblemIndexKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemIndexKeeper.class);
    private static final int BATCH = 200;

    /** Into how many looks the pause is cut: the first build shall not wait for long, and may come too early for the platform. */
    private static final int LOOKS = 60;

    private final Settings settings;
    private final ProblemNames names;
    private final TextVectors cache;
    private final Transactions transactions;
    private final BackgroundThreads background;
    private final Supplier<EncoderAnswer> opener;
    private final ScheduledExecutorService timer;
    private final Duration pause;
    private long lastAsked;
    private volatile Future<?> refreshing;
    private volatile boolean closed;
    private volatile Reader reader;
    private volatile State state = State.well("The index of the dictionary's problems is not built yet.");
    private volatile SentenceEncoder encoder;

    public ProblemIndexKeeper(
            Settings settings,
            ProblemNames names,
            TextVectors cache,
            Transactions transactions,
            BackgroundThreads background,
            Duration pause) {
        this(settings, names, cache, transactions, background, SentenceEncoder::open, pause);
    }

    ProblemIndexKeeper(
            Settings settings,
            ProblemNames names,
            TextVectors cache,
            Transactions transactions,
            BackgroundThreads background,
            Supplier<EncoderAnswer> opener,
            Duration pause) {
        this.settings = settings;
        this.names = names;
        this.cache = cache;
        this.transactions = transactions;
        this.background = background;
        this.opener = opener;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "aisupport-problem-index");
            thread.setDaemon(true);
            return thread;
        });
        this.pause = pause;
        long look = pause.toMillis() / LOOKS;
        timer.scheduleWithFixedDelay(this::refreshIfDue, look, look, TimeUnit.MILLISECONDS);
    }

    /** What reads a note: of one build of the index. */
    record Reader(
            ProblemIndex index,
            Map<Dangers.Danger, ProblemIndex.Problem> dangers,
            SentenceEncoder encoder,
            String stamp) {

        /** The dictionary's concept for it, where it has one. */
        Optional<ProblemIndex.Problem> problemOf(Dangers.Danger danger) {
            return Optional.ofNullable(dangers.get(danger));
        }
    }

    /**
     * Where it stands, in words for an administrator.
     *
     * @param well nobody has to do anything: it is ready, on its way or switched off
     */
    record State(boolean well, String words) {
        private static State well(String words) {
            return new State(true, words);
        }

        private static State wrong(String words) {
            return new State(false, words);
        }
    }

    /** Empty until the first build is done, or where there can be none; {@link #state()} says why. */
    Optional<Reader> reader() {
        return Optional.ofNullable(reader);
    }

    State state() {
        return state;
    }

    private void refreshIfDue() {
        boolean first = refreshing == null;
        if (!first && (!refreshing.isDone() || System.nanoTime() - lastAsked < pause.toNanos())) {
            return;
        }
        try {
            refreshing = background.run(this::refreshAndReport);
            lastAsked = System.nanoTime();
        } catch (RuntimeException notNow) {
            // while the module starts or stops
            LOG.debug("No background thread for now", notNow);
        }
    }

    private void refreshAndReport() {
        try {
            refresh();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("event=problem_index_failed It is tried again", e);
                state = State.wrong("The index of the dictionary's problems could not be built: "
                        + e.getClass().getSimpleName() + ". The log says more; it is tried again.");
            }
        }
    }

    /** Once, now. Does nothing where the dictionary says what it said before. */
    void refresh() {
        if (transactions.alone(this::isSwitchedOff)) {
            switchOff();
            return;
        }
        ProblemNames.Told told = transactions.alone(names::read);
        if (reader != null && reader.stamp().equals(told.stamp())) {
            return;
        }
        if (told.names().stream().noneMatch(named -> named.problem().isOfDictionary())) {
            reader = null;
            state = State.wrong("The dictionary has no problems with an English name. Switch it off by the setting "
                    + Setting.NOTE_CODING.property() + ", or name them.");
            return;
        }
        openEncoder().ifPresent(ready -> build(told, ready));
    }

    /** Needs a transaction, since a setting is read. */
    boolean isSwitchedOff() {
        return settings.value(Setting.NOTE_CODING).map("false"::equals).orElse(false);
    }

    /** Needs a transaction too. */
    String sitesAbbreviations() {
        return settings.value(Setting.NOTE_ABBREVIATIONS).orElse("");
    }

    private void switchOff() {
        reader = null;
        state = State.well("Switched off by the setting " + Setting.NOTE_CODING.property() + ".");
        closeEncoder();
    }

    private Optional<SentenceEncoder> openEncoder() {
        if (encoder == null) {
            EncoderAnswer answer = opener.get();
            if (answer instanceof EncoderAnswer.Ready ready) {
                encoder = ready.encoder();
            } else {
                state = State.wrong(((EncoderAnswer.Unavailable) answer).reason());
            }
        }
        return Optional.ofNullable(encoder);
    }

    private void build(ProblemNames.Told told, SentenceEncoder ready) {
        List<ProblemNames.Named> all = told.names();
        ProblemIndex.Builder builder = new ProblemIndex.Builder(all.size());
        for (int from = 0; from < all.size(); from += BATCH) {
            if (closed || Thread.currentThread().isInterrupted()) {
                return;
            }
            state = State.well(
                    "The index of the dictionary's problems is being built: " + from + " of " + all.size() + " names.");
            add(all.subList(from, Math.min(from + BATCH, all.size())), ready, builder);
        }
        ProblemIndex index = builder.build();
        reader = new Reader(index, told.dangers(), ready, told.stamp());
        state = State.well(
                "Ready: " + index.concepts() + " problems of the dictionary by " + index.names() + " names.");
        LOG.info("event=problem_index {}", state.words());
    }

    private void add(List<ProblemNames.Named> batch, SentenceEncoder ready, ProblemIndex.Builder builder) {
        Set<String> texts = batch.stream().map(ProblemNames.Named::text).collect(Collectors.toSet());
        Map<String, byte[]> vectors = transactions.alone(() -> cache.find(texts));
        texts.removeAll(vectors.keySet());
        Map<String, byte[]> fresh = new HashMap<>();
        texts.forEach(text -> fresh.put(text, PackedVectors.pack(ready.encode(List.of(text))[0])));
        transactions.alone(() -> {
            fresh.forEach(cache::put);
            return fresh.size();
        });
        vectors.putAll(fresh);
        batch.forEach(named -> builder.add(named.problem(), named.text(), vectors.get(named.text())));
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        reader = null;
        closeEncoder();
    }

    private void closeEncoder() {
        SentenceEncoder opened = encoder;
        encoder = null;
        if (opened != null) {
            opened.close();
        }
    }
}
