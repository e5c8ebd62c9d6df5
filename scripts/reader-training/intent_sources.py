"""Intents of the public sets that may train: how the labels of each become ours.

Each generator yields (part, text, language, intent, source). Parts are chosen by a hash of the text, so equal texts never divide.
"""
import collections
import csv
import gzip
import json
import re

import rows
import tickets

SMALL_TALK = "openinggreeting closinggreeting thankyou confirmation rejection"
MULTIDOGO = {
    "small-talk": SMALL_TALK,
    "report-problem": "reportbrokensoftware reportbrokenphone reportlostcard disputecharge",
    "consider-buying": "startserviceintent startorder bookflight getinformationintent checkoffereligibility",
    "intend-to-leave": "closeaccount",
    "ask-for-help": "changeseatassignment getseatinfo getboardingpass getproofofinsurance checkclaimstatus updateaddress checkbalance "
                    "transfermoney replacecard getroutingnumber orderchecks viewbillsintent softwareupdate expensereport changeorder "
                    "checkserverstatus",
}
CLINC = {
    "small-talk": "greeting goodbye thank_you are_you_a_bot do_you_have_pets fun_fact meaning_of_life tell_joke what_are_your_hobbies "
                  "what_is_your_name where_are_you_from who_do_you_work_for who_made_you how_old_are_you yes no maybe",
    "report-problem": "damaged_card lost_luggage report_fraud report_lost_card",
    "consider-buying": "restaurant_reviews new_card book_flight book_hotel car_rental",
    "ask-for-help": "application_status apr balance bill_balance bill_due carry_on cook_time credit_limit credit_score definition "
                    "direct_deposit directions exchange_rate expiration_date flight_status how_busy improve_credit_score income "
                    "ingredient_substitution ingredients_list insurance interest_rate international_fees international_visa jump_start "
                    "last_maintenance measurement_conversion min_payment nutrition_info oil_change_how oil_change_when order_status "
                    "payday pin_change plug_type pto_balance pto_request pto_request_status pto_used recipe redeem_rewards "
                    "replacement_card_duration rewards_balance rollover_401k routing spelling spending_history sync_device taxes "
                    "timezone tire_change tire_pressure translate travel_alert travel_notification vaccines w2 what_can_i_ask_you",
}
ADMIRATION, GRATITUDE, NEUTRAL = "0", "15", "27"  # numbers of GoEmotions
REVIEWED = {"japanese": "ja", "chinese": "zh", "indonesian": "id"}
QUESTION = re.compile(r"^(how|what|where|when|which|who|why|can|could|is|are|do|does|should|will)\b", re.I)
ADVICE = re.compile(r"\byou('ll| will| would)? ?(can|could|should|need to|have to|may want|might want|must)\b|^(try|use|just|check|have you "
                    r"tried|take a look|have a look|look at|make sure|instead of|it'?s because)\b|\bI('d| would) (use|recommend|suggest)\b", re.I)
ASKING = re.compile(r"\bhow (do|can|to|would|could|should)\b|\bis there (a|any|some)\b|\bany (ideas?|help|suggestions?)\b|"
                    r"\bwhy (is|does|do|am)\b|\bcan (i|someone|anyone)\b|\bdoes any|\bwhere (can|do)\b|\bshould i\b", re.I)
LEAVING_NOT = (  # what a text of churn_intent is that speaks of no leaving: the first that fits
    ("consider-buying", r"offers?\b|alternativ|more infos|come to you|coming soon|might try|to see wether|advantages|cheaper"),
    ("complain", r"shit|worst|hate|fed up|crap|bad\b|annoy|rude|ugly|expensive|bullshit|not a fan|dont like|do not like|fuck|craaa|"
                 r"mistake|strange feeling|perplex|not possible to work|why did you cut|shitt|bitch"),
    ("praise", r"love|best|good|efficient|really ok|\blike (the|this|it)|so far so"),
    ("ask-for-help", r"\?|please help|how "),
    ("small-talk", r"hello|haha|bot\b|little|gg\b|father|know right|are you sure|of course|look at me"),
)


def by_intent(mapping):
    return {name: intent for intent, names in mapping.items() for name in names.split()}


def multidogo(data, source="multidogo"):
    """Sentences of customers; what only tells a name or number ("contentonly") and what has two labels is left out."""
    mapping, votes, texts = by_intent(MULTIDOGO), collections.defaultdict(collections.Counter), {}
    for name, file in rows.members(f"{data}/multidogo/multidogo.tar.gz", ".tsv"):
        if "sentence_level" not in name:
            continue
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 6 and rows.key(fields[4]):
                votes[rows.key(fields[4])][fields[6]] += 1
                texts.setdefault(rows.key(fields[4]), fields[4])
    for same, counts in votes.items():
        name, count = counts.most_common(1)[0]
        intent = mapping.get(name)
        words = len(texts[same].split())
        if intent and count * 2 > sum(counts.values()) and (intent == "small-talk" or words >= 4):
            yield rows.part_of(same, heldout=15), texts[same], "en", intent, source


def clinc150(data, source="clinc150"):
    """Its test split is held out. Orders to a device (timers, music, calls) are none of ours and left out."""
    mapping, sets = by_intent(CLINC), json.load(gzip.open(f"{data}/clinc150/data_full.json.gz"))
    for split in ("train", "val", "test"):
        for text, name in sets[split]:
            if name in mapping and (mapping[name] != "ask-for-help" or rows.place(text) % 2 == 0):
                yield "heldout" if split == "test" else rows.part_of(text), text, "en", mapping[name], source
    for split in ("oos_train", "oos_val", "oos_test"):
        for text, _ in sets[split]:
            if QUESTION.match(text):
                yield "heldout" if split == "oos_test" else rows.part_of(text), text, "en", "ask-for-help", source + "_oos"


def churn_intent(data, source="churn_intent"):
    """A text is about leaving where one of its rows says so. Texts judged both ways without any other brand are left out."""
    judged = collections.defaultdict(list)
    for text, _, brand, label in csv.reader(gzip.open(f"{data}/churn_intent/EN_chatbot.csv.gz", "rt"), delimiter="\t"):
        judged[text.strip()].append((brand, label == "1"))
    for text, answers in judged.items():
        named = {leaves for brand, leaves in answers if brand != "no_brand"}
        unnamed = {leaves for brand, leaves in answers if brand == "no_brand"}
        if named and unnamed and not (named & unnamed):
            continue
        leaves = True in named | unnamed
        intent = "intend-to-leave" if leaves else next((i for i, words in LEAVING_NOT if re.search(words, text, re.I)), "discuss")
        yield rows.part_of(text, calibrate=8, heldout=34), text, "en", intent, source


def endava_tickets(data, source="endava_tickets"):
    """Tickets of type 0 are faults, those of type 1 requests to the help desk."""
    for part, ticket in tickets.parted(data):
        yield part, ticket.text, "en", "report-problem" if ticket.is_fault else "ask-for-help", source


def reviews(data):
    """Praise and complaint by stars: womens_clothing 5 against 1 and 2, Amazon reviews (ja, zh) and SmSA (id) positive against negative.

    Texts and parts are those of the head sentiment (moods.py), so nothing held out here trains there.
    """
    with gzip.open(f"{data}/womens_clothing/womens_clothing.csv.gz", "rt") as file:
        for line in csv.DictReader(file):
            intent = {"5": "praise", "1": "complain", "2": "complain"}.get(line["Rating"])
            if intent and line["Review Text"]:
                text = rows.clean(f"{line['Title']}. {line['Review Text']}" if line["Title"] else line["Review Text"])
                yield rows.part_of(text, 8, 10), text, "en", intent, "womens_clothing"
    for name, file in rows.members(f"{data}/multilingual_sentiment/multilingual_sentiment.tar.gz", ".csv"):
        language = REVIEWED.get(name.split("/")[-2])
        for line in csv.DictReader(file) if language else ():
            intent, text = {"positive": "praise", "negative": "complain"}.get(line["label"]), rows.clean(line["text"])
            if intent:
                held = "heldout" if name.endswith("valid.csv") else rows.part_of(text)
                yield held if language == "id" else rows.part_of(text, 10, 20), text, language, intent, "multilingual_sentiment"


def goemotions(data):
    """Reddit comments: statements without a feeling discuss, admiration alone praises, short thanks are small talk."""
    for name, part in (("train", None), ("dev", "heldout")):
        for line in gzip.open(f"{data}/goemotions/goemotions-{name}.tsv.gz", "rt"):
            text, feelings, _ = line.rstrip("\n").split("\t")
            words = len(text.split())
            if feelings == NEUTRAL and words >= 7 and "?" not in text:
                intent = "discuss"
            elif feelings == ADMIRATION and words >= 4 and "?" not in text:
                intent = "praise"
            elif feelings == GRATITUDE and words <= 6:
                intent = "small-talk"
            else:
                continue
            yield part or rows.part_of(rows.clean(text)), text, "en", intent, "goemotions"


def stack_overflow(data):
    """(part, text) of Stack Overflow posts, parted as for the head sentiment."""
    with gzip.open(f"{data}/senti4sd_so/train3098itemPOLARITY.csv.gz", "rt", errors="replace") as file:
        for line in file:
            text = rows.clean(line.rstrip("\n").split(";", 2)[-1].strip('"'))
            yield rows.part_of(text, 8, 15), text


def senti4sd(data, source="senti4sd_so"):
    """Stack Overflow, which has no intents: a post that tells a reader what to do helps, one that asks for a way asks (ADVICE, ASKING)."""
    for part, text in stack_overflow(data):
        words = len(text.split())
        if "?" not in text and words >= 6 and ADVICE.search(text):
            yield part, text, "en", "help-another", source
        elif "?" in text and words >= 8 and ASKING.search(text):
            yield part, text, "en", "ask-for-help", source


def details(data):
    """Plain sentences of the training posts of Stack Overflow that neither ask nor advise."""
    return [sentence for part, text in stack_overflow(data) if part == "train" for sentence in re.split(r"(?<=[.!?])\s+", text)
            if 7 <= len(sentence.split()) <= 30 and not re.search(r"\?|\byou|thank|please|answer|help", sentence, re.I)]


TRAINING = (multidogo, clinc150, churn_intent, endava_tickets, reviews, goemotions, senti4sd)
