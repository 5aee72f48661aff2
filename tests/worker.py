"""What the worker would do, done within a test."""

from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from trust.models import Work
from trust.tools import jobs


def do(task: jobs.Task) -> list[str]:
    """Do what waits of one kind, as the worker would, and answer to whom it wrote."""
    mail.outbox.clear()
    for work in Work.objects.filter(kind=task.kind, state="waiting"):
        job = ProcrastinateJob.objects.get(args__work_id=work.pk)
        jobs._run(task.function, work.pk, {k: v for k, v in job.args.items() if k != "work_id"}, is_last=True)
    return [to for letter in mail.outbox for to in letter.to]
