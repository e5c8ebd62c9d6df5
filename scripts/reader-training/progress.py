"""What is printed after each epoch of learning."""
import numpy

import measuring
import texts as training


def quick_figures(rows, calibrate):
    """A report after each epoch, with thresholds of the calibration part."""
    def report(model):
        given, fitted = model.read(rows.pieces), model.read(calibrate.pieces)
        polarity = measuring.sentiment(rows, given["sentiment"])
        chosen = calibrate.having("emotion")
        limits = measuring.best_thresholds(calibrate.targets["emotion"][chosen], measuring.sigmoid(fitted["emotion"][chosen]))
        felt = measuring.sigmoid(given["emotion"])
        english, others = measuring.goemotions(rows, felt, limits), measuring.brighter(rows, felt, limits)
        print(f"  sentiment {numpy.mean(list(polarity.values())):.2f} " + " ".join(f"{k} {v:.0f}" for k, v in polarity.items()))
        print(f"  goemotions {numpy.mean(list(english.values())):.3f} brighter {numpy.mean(list(others.values())):.3f}"
              f" airline {measuring.area(rows, given['frustration'], 'airline_tweets'):.3f}", end="")
        for head in ("intent", "urgency"):
            chosen = rows.having(head)
            if len(chosen):
                wanted, said = rows.targets[head][chosen].argmax(1), given[head][chosen].argmax(1)
                print(f" {head} {numpy.nanmean(measuring.f1_scores(*(numpy.eye(len(training.HEADS[head]))[x] > 0 for x in (wanted, said)))):.3f}", end="")
        print(flush=True)
    return report
