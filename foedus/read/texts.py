"""Nouns for texts that have words of their own, and for things that show something. Lemmas."""

DOCUMENTS = frozenset(
    """
    treaty pact agreement accord convention protocol charter constitution law bill statute
    clause article provision section paragraph preamble annex memorandum declaration statement
    communique communiqué letter document text report study paper memo resolution ruling order
    decree directive contract deal note message draft wording manifesto platform policy
    editorial
""".split()
)
"""Texts that rule, promise or speak ("the treaty provides for ...")."""

EVIDENCE = frozenset(
    """
    evidence datum data figure statistic record image imagery photograph photo footage video survey
    poll map chart graph index dossier transcript recording headline caption research analysis
    estimate intelligence picture number fact finding sign
""".split()
)
"""What shows something, and is nobody who says it."""

TEXTS = (
    DOCUMENTS
    | EVIDENCE
    | frozenset(
        """
    book website page post tweet cable email file amendment term phrase sentence word language
    concordat entente armistice truce ceasefire partnership version copy speech commentary column
    leak treatise regulation legislation act warrant verdict indictment affidavit filing lawsuit
    suit petition summary guideline questionnaire pamphlet leaflet plaque inscription quotation
    quote story account remark comment correspondence recommendation site blog magazine testimony
""".split()
    )
)
"""All nouns that name a text or what it is made of, evidence included."""
