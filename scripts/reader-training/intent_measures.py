"""Intents of the public sets that only measure: each generator yields (text, language, intent, source), all for the held-out part."""
import csv
import gzip
import json
import re

SHOWCASE, EXCHANGE, SUPPORT = (12, 17), (13,), (7, 10)  # categories of the forum
REASONS = ("Customer Service Issue", "Flight Attendant Complaints", "longlines", "Late Flight")


def plain(text):
    """A post without code, quoted lines and the headings of a form."""
    text = re.sub(r"```.*?(```|$)|<!--.*?-->|`[^`]*`", " ", text, flags=re.S)
    return re.sub(r"(?m)^\s*(>.*|#+.*|_No response_|- \[.?\].*)$|\[/?\w+\]|[*_]{2}", " ", text)


def nlbse24_issues(data, source="nlbse24_issues"):
    mapping = {"bug": "report-problem", "feature": "request-feature", "question": "ask-for-help"}
    with gzip.open(f"{data}/nlbse24_issues/issues_train.csv.gz", "rt") as file:
        for line in csv.DictReader(file):
            yield f"{line['title']}. {plain(line['body'])[:600]}", "en", mapping[line["label"]], source


def urho3d_forum(data, source="urho3d_forum"):
    """First posts of the support boards ask, of showcase and code exchange share; an accepted answer helps another."""
    with gzip.open(f"{data}/urho3d_forum/posts.jsonl.gz", "rt") as file:
        for line in file:
            post = json.loads(line)
            text, first = plain(post["text"]).strip(), post["post_number"] == 1
            if len(text.split()) < 6:
                continue
            if post["accepted_answer"] and not first:
                yield text, "en", "help-another", source
            elif first and post["category_id"] in SHOWCASE + EXCHANGE and "?" not in post["title"] + text:
                yield text, "en", "share", source
            elif first and post["category_id"] in SUPPORT and "?" in post["title"] + text:
                yield f"{post['title']}. {text}", "en", "ask-for-help", source


def airline_tweets(data, source="airline_tweets"):
    """Negative with a reason that is about treatment complains, positive praises; only where the raters were sure."""
    with gzip.open(f"{data}/airline_tweets/Tweets.csv.gz", "rt") as file:
        for line in csv.DictReader(file):
            if float(line["airline_sentiment_confidence"]) < 0.95 or len(line["text"].split()) < 6:
                continue
            if line["negativereason"] in REASONS and float(line["negativereason_confidence"] or 0) > 0.95 and "?" not in line["text"]:
                yield line["text"], "en", "complain", source
            elif line["airline_sentiment"] == "positive":
                yield line["text"], "en", "praise", source


def twcs_sample(data, source="twcs_sample"):
    """What the company's people answer helps another."""
    with gzip.open(f"{data}/twcs_sample/twcs.csv.gz", "rt") as file:
        for line in csv.DictReader(file):
            if line["inbound"] == "False" and line["in_response_to_tweet_id"] and len(line["text"].split()) >= 8:
                yield line["text"], "en", "help-another", source


def nps_verbatim(data, source="nps_verbatim"):
    """Answers of promoters praise, of those who gave 0 to 3 complain."""
    with gzip.open(f"{data}/nps_verbatim/nps_verbatim.jsonl.gz", "rt") as file:
        for line in file:
            answer = json.loads(line)
            score = 5 if answer["NPS_SCORE"] is None else answer["NPS_SCORE"]
            if len(answer["text"].split()) >= 4 and (score >= 9 or score <= 3):
                yield answer["text"], "en", "praise" if score >= 9 else "complain", source


MEASURING = (nlbse24_issues, urho3d_forum, airline_tweets, twcs_sample, nps_verbatim)
